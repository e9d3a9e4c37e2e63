using Splot.Testing;

namespace Splot.Data.Tests.Options;

public sealed class SplotOptionsReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> environment = new(StringComparer.Ordinal);

    [Fact]
    public void Read_NothingGiven_DefaultsHold()
    {
        var options = Options();

        Assert.Equal(Path.Combine(folder.Location, "data"), options.DataFolder);
        Assert.Equal(["http://localhost:5080"], options.Urls);
        Assert.Equal(new Uri("http://localhost:5080"), options.PublicUrl);
        Assert.Equal(ServedPart.All, options.Serve);
        Assert.Equal("woad", options.Theme);
        Assert.Equal(20, options.RateLimit);
        Assert.False(options.Demo);
        Assert.Null(options.Database);
        Assert.Null(options.KeysFolder);
        Assert.Null(options.MasterKey);
        Assert.Null(options.AuditSink);
    }

    [Fact]
    public void Read_AuditSinkIsAFile_RelativeToTheCaller() => Assert.Equal(folder.File("audit.log"), Options("--audit-sink", "audit.log").AuditSink);

    [Theory]
    [InlineData(" ; ", null)]
    [InlineData("new;old", "new;old")]
    public void Read_SecretsOfTheEnvironment_TakenAsTheyAre(string given, string? taken)
    {
        environment["SPLOT_KEY"] = given;

        Assert.Equal(taken, Options().MasterKey);
    }

    [Fact]
    public void Read_SwitchBeforeOption_BothTaken()
    {
        var options = Options("--demo", "--urls", "http://localhost:6000");

        Assert.True(options.Demo);
        Assert.Equal(["http://localhost:6000"], options.Urls);
    }

    [Fact]
    public void Read_ThreeSources_CommandLineWins()
    {
        Write("""{ "theme": "elder", "rate-limit": 3, "data": "c" }""");
        environment["SPLOT_THEME"] = "nettle";
        environment["SPLOT_RATE_LIMIT"] = "5";

        var options = Options("--theme", "madder");

        Assert.Equal("madder", options.Theme);
        Assert.Equal(5, options.RateLimit);
        Assert.Equal(Path.Combine(folder.Location, "c"), options.DataFolder);
    }

    [Theory]
    [InlineData("""{ "Splot": { "PublicUrl": "https://funds.example.eu/" } }""")]
    [InlineData("""{ "splot": { "public-url": "https://funds.example.eu" } }""")]
    [InlineData("""{ "public_url": "https://funds.example.eu", /* of the framework */ "Logging": { "LogLevel": { } }, }""")]
    public void Read_SettingsFile_NameInAnyHabitTaken(string json)
    {
        Write(json);

        Assert.Equal(new Uri("https://funds.example.eu"), Options().PublicUrl);
    }

    [Fact]
    public void Read_EveryVariable_Taken()
    {
        environment["SPLOT_DATA"] = "elsewhere";
        environment["SPLOT_DATABASE"] = "Host=db;Database=splot";
        environment["SPLOT_PUBLIC_DATABASE"] = "Host=db;Database=public";
        environment["SPLOT_SERVE"] = "portal";
        environment["SPLOT_URLS"] = "http://*:80;https://*:443";
        environment["SPLOT_PUBLIC_URL"] = "https://funds.example.eu";
        environment["SPLOT_KEYS"] = "keys";
        environment["SPLOT_KEY"] = "secret";
        environment["SPLOT_AUDIT_SINK"] = "syslog://log.example.eu:514/";
        environment["SPLOT_SMTP"] = "smtp://mail:25";
        environment["SPLOT_DEMO"] = "true";
        environment["SPLOT_TRUSTED_PROXIES"] = "10.0.0.0/8, ::1";

        var options = Options();

        Assert.Equal(Path.Combine(folder.Location, "elsewhere"), options.DataFolder);
        Assert.Equal("Host=db;Database=splot", options.Database);
        Assert.Equal("Host=db;Database=public", options.PublicDatabase);
        Assert.Equal(ServedPart.Portal, options.Serve);
        Assert.Equal(["http://*:80", "https://*:443"], options.Urls);
        Assert.Equal(new Uri("https://funds.example.eu"), options.PublicUrl);
        Assert.Equal(Path.Combine(folder.Location, "keys"), options.KeysFolder);
        Assert.Equal("secret", options.MasterKey);
        Assert.Equal("syslog://log.example.eu:514", options.AuditSink);
        Assert.Equal("smtp://mail:25", options.Smtp);
        Assert.True(options.Demo);
        Assert.Equal(["10.0.0.0/8", "::1"], options.TrustedProxies);
    }

    [Fact]
    public void Read_LicenceOfTheData_TakenOrTheUsualOne()
    {
        Assert.Equal(DataLicence.Usual, Options().Licence);
        Assert.Equal(
            new DataLicence("CC0 1.0", new Uri("https://creativecommons.org/publicdomain/zero/1.0/")),
            Options("--licence", "CC0 1.0", "--licence-url", "https://creativecommons.org/publicdomain/zero/1.0/").Licence);
    }

    [Fact]
    public void Read_OperatorOfTheSite_Taken()
    {
        Write("""{ "Splot": { "operator": "Office of Examples", "operator-page": "https://office.example.eu/", "site-since": "2026-01-31", "statement-date": "2026-03-31" } }""");
        environment["SPLOT_CONTACT_EMAIL"] = "office@example.eu";

        var site = Options("--contact", "Digital unit", "--contact-phone", "+48 22 000 00 00").Operator;

        Assert.Equal(
            new SiteOperator
            {
                Name = "Office of Examples",
                Page = new Uri("https://office.example.eu/"),
                Contact = "Digital unit",
                Email = "office@example.eu",
                Phone = "+48 22 000 00 00",
                SiteSince = new DateOnly(2026, 1, 31),
                StatementDate = new DateOnly(2026, 3, 31),
            },
            site);
    }

    [Theory]
    [InlineData("http://localhost:6000", "http://localhost:6000")]
    [InlineData("http://*:6000", "http://localhost:6000")]
    [InlineData("http://0.0.0.0:6000;http://other:7000", "http://localhost:6000")]
    public void Read_UrlsOnly_PublicUrlFollowsTheFirst(string urls, string expected) =>
        Assert.Equal(new Uri(expected), Options("--urls", urls).PublicUrl);

    [Theory]
    [InlineData("--serve takes all or portal, not half.", "--serve", "half")]
    [InlineData("--theme takes woad, madder, nettle or elder, not pink.", "--theme", "pink")]
    [InlineData("--data needs a value: --data DIR.", "--data")]
    [InlineData("--data needs a value: --data DIR.", "--data", "--demo")]
    [InlineData("--data needs a value: --data DIR.", "--data=")]
    [InlineData("--data is given twice.", "--data", "a", "--data", "b")]
    [InlineData("Unknown option --dat. Try --help.", "--dat", "a")]
    [InlineData("word is not understood here. Try --help.", "word")]
    [InlineData("--rate-limit takes a whole number, not many.", "--rate-limit", "many")]
    [InlineData("--demo is on or off: write true or false, not maybe.", "--demo=maybe")]
    [InlineData("--public-url takes an address such as https://funds.example.eu, not funds.", "--public-url", "funds")]
    [InlineData("--urls takes addresses such as http://localhost:5080, not 5080.", "--urls", "5080")]
    [InlineData("--smtp takes an address such as smtp://localhost:25.", "--smtp", "mail")]
    [InlineData("--audit-sink must name a file; . is a folder.", "--audit-sink", ".")]
    [InlineData("--audit-sink takes a file or an address such as syslog://log.example.eu:514, not syslog://log.example.eu.", "--audit-sink", "syslog://log.example.eu")]
    [InlineData("--audit-sink takes a file or an address such as syslog://log.example.eu:514, not https://log.example.eu:514.", "--audit-sink", "https://log.example.eu:514")]
    [InlineData("--trusted-proxies takes addresses or networks such as 10.0.0.0/8, not proxy.", "--trusted-proxies", "::1,proxy")]
    [InlineData("--contact-email takes an address such as office@example.eu, not office.", "--contact-email", "office")]
    [InlineData("--contact-phone takes a number such as +48 22 000 00 00, not none.", "--contact-phone", "none")]
    [InlineData("--operator-page takes an address such as https://office.example.eu, not javascript:alert(1).", "--operator-page", "javascript:alert(1)")]
    [InlineData("--site-since takes a date such as 2026-01-31, not 31.01.2026.", "--site-since", "31.01.2026")]
    [InlineData("--licence and --licence-url go together: the name of a licence and the page with its text.", "--licence", "CC0 1.0")]
    [InlineData("--licence-url takes an address such as https://office.example.eu, not cc0.", "--licence", "CC0 1.0", "--licence-url", "cc0")]
    [InlineData("--database is no PostgreSQL connection string; write it as \"Host=…;Database=…;Username=…\".", "--database", "Host=x;Passwort=geheim")]
    public void Read_WrongUsage_SentenceSaysWhatIsRight(string sentence, params string[] arguments) =>
        Assert.Equal(new OptionsReading.Wrong(sentence), Read(arguments, wordsAllowed: false));

    [Fact]
    public void Read_WrongVariable_SentenceNamesIt()
    {
        environment["SPLOT_SERVE"] = "half";

        Assert.Equal(new OptionsReading.Wrong("SPLOT_SERVE takes all or portal, not half."), Read([], wordsAllowed: false));
    }

    [Theory]
    [InlineData("""{ "Splot": { "colour": "red" } }""", "appsettings.json sets colour, which is no option of Splot.")]
    [InlineData("{ \"data\":\n oops }", "appsettings.json cannot be read: line 2 is no JSON.")]
    [InlineData("[]", "appsettings.json must hold one object: { \"Splot\": { \"data\": \"…\" } }.")]
    [InlineData("""{ "serve": "half" }""", "serve in appsettings.json takes all or portal, not half.")]
    public void Read_WrongSettingsFile_SentenceNamesIt(string json, string sentence)
    {
        Write(json);

        Assert.Equal(new OptionsReading.Wrong(sentence), Read([], wordsAllowed: false));
    }

    [Fact]
    public void Read_DataIsAFile_Wrong()
    {
        File.WriteAllText(folder.File("list.csv"), "a");

        Assert.Equal(new OptionsReading.Wrong("--data must name a folder; list.csv is a file."), Read(["--data", "list.csv"], wordsAllowed: false));
    }

    [Fact]
    public void Read_VerbAmongSharedOptions_RestKeepsItsOrder()
    {
        var read = Assert.IsType<OptionsReading.Read>(Read(["--data", "x", "import", "operations", "list.csv", "--profile", "itb", "--demo", "--", "--serve"], wordsAllowed: true));

        Assert.Equal(["import", "operations", "list.csv", "--profile", "itb", "--", "--serve"], read.Rest);
        Assert.True(read.Options.Demo);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Read_HelpAsked_SaysSo(string word) => Assert.True(Assert.IsType<OptionsReading.Read>(Read(["migrate", word], wordsAllowed: true)).Help);

    [Fact]
    public void Options_Printed_HoldNoPassword() =>
        Assert.DoesNotContain("geheim", Options("--database", "Host=db;Password=geheim").ToString(), StringComparison.Ordinal);

    private SplotOptions Options(params string[] arguments)
    {
        var reading = Read(arguments, wordsAllowed: false);
        return reading is OptionsReading.Read read ? read.Options : throw new InvalidOperationException(reading.ToString());
    }

    private OptionsReading Read(string[] arguments, bool wordsAllowed) =>
        SplotOptionsReader.Read(arguments, wordsAllowed, name => environment.GetValueOrDefault(name), folder.Location);

    private void Write(string json) => File.WriteAllText(folder.File("appsettings.json"), json);

    public void Dispose() => folder.Dispose();
}
