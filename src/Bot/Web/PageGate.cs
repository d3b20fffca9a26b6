namespace Bot.Web;

/// <summary>Stands before every page endpoint: sets the headers, lets in who may see it, and refuses forms of other sites.</summary>
internal sealed class PageGate(Visit visit) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        PageHeaders.Set(http.Response);
        return visit.Admit(http) switch
        {
            Admission.Refused => ValueTask.FromResult<object?>(SignInPage.NotHere(http.Request)),
            Admission.MustSignIn => ValueTask.FromResult<object?>(SignInPage.Draw(http.Request)),
            _ when HttpMethods.IsPost(http.Request.Method) && !Visit.IsOwnForm(http.Request) => ValueTask.FromResult<object?>(
                SignInPage.Foreign(http.Request)
            ),
            _ => next(context),
        };
    }
}
