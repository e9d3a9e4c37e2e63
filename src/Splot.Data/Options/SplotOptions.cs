namespace Splot.Data;

/// <summary>Which part of Splot a process serves.</summary>
public enum ServedPart
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>The public portal only: the process opens the public store and nothing else.</summary>
    Portal,
}

/// <summary>The options that Web and Cli share (command line, then SPLOT_… variables, then appsettings.json).</summary>
public sealed record SplotOptions
{
    /// <summary>Folder of the embedded stores, keys and index; absolute.</summary>
    public required string DataFolder { get; init; }

    /// <summary>PostgreSQL connection string of the main store; null for the embedded one.</summary>
    public string? Database { get; init; }

    /// <summary>PostgreSQL connection string of the public store; null for <see cref="Database"/> or the embedded one.</summary>
    public string? PublicDatabase { get; init; }

    /// <summary>What this process serves.</summary>
    public ServedPart Serve { get; init; }

    /// <summary>Addresses that Web listens on.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:5080"];

    /// <summary>Base of absolute addresses, without a trailing slash. Never taken from a request.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>Folder of keys; by default <c>keys</c> in the data folder.</summary>
    public string? KeysFolder { get; init; }

    /// <summary>
    /// Master key (SPLOT_KEY only: it belongs neither on a command line nor in a file); null where files of the keys folder hold it. Several are
    /// separated by semicolons: the first seals, the others still open.
    /// </summary>
    public string? MasterKey { get; init; }

    /// <summary>Where the head of the audit is written besides the keys folder: an absolute path of a file, or <c>syslog://host:port</c>; null for nowhere.</summary>
    public string? AuditSink { get; init; }

    /// <summary>Address of the mail server; null where mail is written to the data folder.</summary>
    public string? Smtp { get; init; }

    /// <summary>True to load the demo preset.</summary>
    public bool Demo { get; init; }

    /// <summary>Colour theme of the installation: woad, madder, nettle or elder.</summary>
    public string Theme { get; init; } = "woad";

    /// <summary>Addresses or networks of proxies whose forwarded headers are believed; none by default.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Requests a second and address before 429; 0 switches the limit off.</summary>
    public int RateLimit { get; init; } = 20;

    /// <summary>Who runs the installation, for its public pages.</summary>
    public SiteOperator Operator { get; init; } = new();

    /// <summary>Licence of the data that the portal publishes.</summary>
    public DataLicence Licence { get; init; } = DataLicence.Usual;

    /// <summary>Says only where the data folder is: connection strings hold passwords and must not reach a log.</summary>
    public override string ToString() => $"SplotOptions {{ DataFolder = {DataFolder} }}";
}
