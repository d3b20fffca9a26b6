using System.Text.Json;
using Deque.AxeCore.Commons;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace EndToEnd.Tests.Pages;

/// <summary>Chromium with a profile of its own, as Debian installs it.</summary>
internal sealed class Browser : IDisposable
{
    private const string DriverFolder = "/usr/bin";
    private const string Binary = "/usr/bin/chromium";

    /// <summary>As a reader who asked for less motion: what fades in is measured and clicked where and as it stays.</summary>
    private const string CalmMotion = "--force-prefers-reduced-motion";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string profile = Directory.CreateTempSubdirectory("medalist-browser-").FullName;
    private readonly ChromeDriverService service = ChromeDriverService.CreateDefaultService(DriverFolder);
    private readonly ChromeDriver driver;

    public Browser(bool scripts = true) => driver = new(service, Options(scripts));

    public static bool IsInstalled => File.Exists(Binary) && File.Exists(Path.Combine(DriverFolder, "chromedriver"));

    public IWebElement Focused => driver.SwitchTo().ActiveElement();

    public void Open(Uri address) => driver.Navigate().GoToUrl(address);

    public IWebElement One(string css) => Wait(() => driver.FindElements(By.CssSelector(css)).FirstOrDefault(), css);

    public IReadOnlyList<IWebElement> All(string css) => driver.FindElements(By.CssSelector(css));

    /// <summary>Waits until an element says something.</summary>
    public IWebElement Saying(string css, string text) =>
        Wait(
            () => driver.FindElements(By.CssSelector(css)).FirstOrDefault(element => element.Text.Contains(text, StringComparison.Ordinal)),
            $"{css} saying '{text}'"
        );

    /// <summary>Waits until no such element is left.</summary>
    public void Gone(string css) => Wait(() => driver.FindElements(By.CssSelector(css)).Count == 0 ? driver : null, $"nothing of {css}");

    /// <summary>A button by its label.</summary>
    public IWebElement Button(string within, string label) => Saying($"{within} button", label);

    public void Choose(string css, string text) =>
        One(css).FindElements(By.TagName("option")).Single(option => option.Text.StartsWith(text, StringComparison.Ordinal)).Click();

    public void Type(string keys) => Focused.SendKeys(keys);

    public object? Run(string script) => driver.ExecuteScript(script);

    public void Prefer(string scheme) =>
        driver.ExecuteCdpCommand(
            "Emulation.setEmulatedMedia",
            new()
            {
                ["features"] = new[]
                {
                    new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme },
                },
            }
        );

    public void Resize(int width, int height) =>
        driver.ExecuteCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            new()
            {
                ["width"] = width,
                ["height"] = height,
                ["deviceScaleFactor"] = 1,
                ["mobile"] = false,
            }
        );

    /// <summary>What went wrong in the page's scripts and requests so far.</summary>
    public IReadOnlyList<string> Complaints() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    /// <summary>All that axe-core finds: rule and element.</summary>
    public IReadOnlyList<string> AccessibilityProblems()
    {
        driver.ExecuteScript(new BundledAxeScriptProvider().GetScript());
        var found = (string)
            driver.ExecuteAsyncScript(
                "const done = arguments[0]; axe.run().then(found => done(JSON.stringify(found.violations.flatMap(v => v.nodes.map(n => `${v.impact} ${v.id}: ${n.html}`)))));"
            )!;
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    /// <summary>Keeps a picture where the variable names a folder, for people who want to look.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("MEDALIST_TEST_PICTURES") is { Length: > 0 } folder)
            driver.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{name}.png"));
    }

    public void Dispose()
    {
        driver.Quit();
        driver.Dispose();
        service.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static T Wait<T>(Func<T?> look, string what)
        where T : class =>
        new DefaultWait<object>(what)
        {
            Timeout = Patience,
            PollingInterval = TimeSpan.FromMilliseconds(50),
            Message = $"Not there: {what}",
        }.Until(_ =>
        {
            try
            {
                return look();
            }
            catch (StaleElementReferenceException)
            {
                return null;
            }
        })!;

    private ChromeOptions Options(bool scripts)
    {
        var options = new ChromeOptions { BinaryLocation = Binary };
        options.AddArguments(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            CalmMotion,
            "--window-size=1360,900",
            $"--user-data-dir={profile}"
        );
        options.SetLoggingPreference(LogType.Browser, LogLevel.Warning);
        if (!scripts)
            options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        return options;
    }
}
