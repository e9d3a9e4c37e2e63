using System.Text.Encodings.Web;
using System.Text.Json;

namespace Splot.Data;

/// <summary>What a backup says of itself: <c>manifest.json</c> in its archive.</summary>
/// <param name="Form">Form of the archive; this version writes and reads 1.</param>
/// <param name="Splot">Version of Splot that wrote it.</param>
/// <param name="Engine">sqlite or postgres.</param>
/// <param name="TakenAt">Instant (UTC).</param>
/// <param name="Migrations">The migrations that its stores had.</param>
/// <param name="Files">Every other file of the archive.</param>
internal sealed record BackupManifest(int Form, string Splot, string Engine, DateTimeOffset TakenAt, IReadOnlyList<BackedUpMigration> Migrations, IReadOnlyList<BackedUpFile> Files)
{
    public const string FileName = "manifest.json";
    public const string MainFile = "main.db";
    public const string PublicFile = "public.db";
    public const string DumpFile = "main.dump";
    public const string KeysFolder = "keys/";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as UTF-8 JSON.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads it; null where it is none.</summary>
    public static BackupManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, Options) is { Migrations: not null, Files: not null, Engine: Sqlite or Postgres } read && read.Files.All(f => IsKnown(f.Path)) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Only these names are ever written to disk: an archive must not choose where its files go.</summary>
    private static bool IsKnown(string? path) => path is MainFile or PublicFile or DumpFile
        || (path is not null && path.StartsWith(KeysFolder, StringComparison.Ordinal) && path.Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.IndexOfAny(['\\', ':', '\0']) < 0));
}

/// <summary>A migration that a store had.</summary>
/// <param name="Module">The module.</param>
/// <param name="Number">From 1.</param>
/// <param name="Checksum">Of its script.</param>
internal sealed record BackedUpMigration(string Module, int Number, string Checksum);

/// <summary>A file of a backup.</summary>
/// <param name="Path">Its name in the archive.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its checksum, in lower-case hexadecimal.</param>
internal sealed record BackedUpFile(string Path, long Bytes, string Sha256);
