using Bot.Demo;

namespace Bot.Web;

/// <summary>In the demo only: buttons that let the chosen person's CRM report one more event.</summary>
internal sealed class DemoRow(DemoMode mode)
{
    public Markup Draw(Scene scene, string? result) =>
        !mode.IsOn || scene.Person is null
            ? Markup.None
            : Markup.Of(
                $"""
                <form class="demo" method="post" action="/page/demo">
                {SceneHtml.Hidden(scene)}
                <fieldset>
                <legend>{scene.Language.Say($"Let the CRM report, signed, for {scene.Person.Name}")}</legend>
                <div class="demo-line">
                <button type="submit" name="kind" value="{DemoKinds.Quote}">{scene.Language.Say($"Quote sent")}</button>
                <button type="submit" name="kind" value="{DemoKinds.Reply}">{scene.Language.Say($"Client answered")}</button>
                <span class="won"><button type="submit" name="kind" value="{DemoKinds.Deal}">{scene.Language.Say($"Deal won")}</button>
                <label for="amount">{scene.Language.Say(
                    $"over"
                )}</label> <input id="amount" name="amount" value="4200" inputmode="decimal" maxlength="12" size="7"> <span>{DemoCompany.Currency}</span></span>
                </div>
                <p class="demo-result" role="status" aria-live="polite">{result}</p>
                </fieldset>
                </form>
                """
            );
}
