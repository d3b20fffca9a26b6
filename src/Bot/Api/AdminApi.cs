using Scalar.AspNetCore;

namespace Bot.Api;

/// <summary>The API for admins under <c>/api/v1</c>, its description, and a page to browse it.</summary>
internal static class AdminApi
{
    public static IServiceCollection AddAdminApi(this IServiceCollection services)
    {
        services.AddSingleton<AdminKey>().AddSingleton<BoardAnswers>().AddSingleton<CloseAnswers>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.DefaultIgnoreCondition = JsonBody.Options.DefaultIgnoreCondition);
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer(ApiDescription.TransformAsync));
        return services;
    }

    public static void MapAdminApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").AddEndpointFilter<AdminKey>().ProducesProblem(401);
        api.MapTeamRecords();
        api.MapChannels();
        api.MapPersonRecords();
        api.MapGoals();
        api.MapAssignedGoals();
        api.MapGrants();
        api.MapPrizes();
        api.MapLeaderboard();
        api.MapAnnouncements();
        api.MapQuarantine();
        api.MapAudit();
        api.MapVerification();
        api.MapPeriods();
        api.MapRates();
        api.MapRules();
        api.MapBadges();
        api.MapClock();

        routes.MapOpenApi("/openapi/{documentName}.json");
        routes.MapScalarApiReference("/docs", page => page.WithTitle("Medalist API").WithOpenApiRoutePattern("/openapi/v1.json"));
    }
}
