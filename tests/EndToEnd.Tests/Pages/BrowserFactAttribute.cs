namespace EndToEnd.Tests.Pages;

/// <summary>Runs where Chromium and its driver are installed, is shown as skipped elsewhere.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Browser.IsInstalled)
            Skip = "No browser: install Debian's chromium and chromium-driver.";
    }
}
