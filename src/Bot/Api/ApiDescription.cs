using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Bot.Api;

/// <summary>What the OpenAPI document says beyond the endpoints themselves.</summary>
internal static class ApiDescription
{
    public static Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info.Title = "Medalist";
        document.Info.Description =
            "The admin API. Lists are bare arrays, names are camelCase, instants are RFC 3339 in UTC, errors are problem details with "
            + "`pointer`, `detail` and `remedy`. Members left out of a PUT keep what is stored.";
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes["adminKey"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The value of Admin:ApiKey.",
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("adminKey", document)] = [] }];
        return Task.CompletedTask;
    }
}
