using System.Text;

namespace Splot.Data;

/// <summary>
/// The master keys of an installation at one moment: those of SPLOT_KEY and those of the keys folder. Sealed bytes begin with the form (1) and
/// the id of their key; both are authenticated together with the context.
/// </summary>
internal sealed class MasterKeys
{
    private const byte Form = 1;
    private const int Header = 1 + KeyId.Length;

    private readonly Dictionary<KeyId, SealingKey> keys = [];

    private MasterKeys(IReadOnlyList<SealingKey> secrets, IReadOnlyDictionary<KeyId, SealingKey> files)
    {
        foreach (var (id, key) in files)
        {
            keys[id] = key;
        }

        foreach (var secret in secrets)
        {
            keys[KeyId.Of(0, secret)] = secret;
        }

        Current = secrets.Count > 0 ? KeyId.Of(0, secrets[0]) : files.Count > 0 ? files.Keys.MaxBy(k => (k.Number, k.Print)) : null;
    }

    /// <summary>The key that seals: the first of SPLOT_KEY, else the newest file; null where there is none yet.</summary>
    public KeyId? Current { get; }

    public static MasterKeys Read(SplotOptions options, KeyFolder folder) =>
        new(options.MasterKey is { } secrets ? SealingKey.Derive(secrets, "splot master key") : [], folder.Read());

    /// <summary>The key that sealed the bytes; null where they are nothing sealed.</summary>
    public static KeyId? IdOf(ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes.Length >= Header + SealingKey.Overhead && sealedBytes[0] == Form ? KeyId.Read(sealedBytes[1..]) : null;

    /// <summary>The key that sealed bytes of which these are the first nine.</summary>
    public static KeyId? IdOfHead(ReadOnlySpan<byte> head) => head.Length >= Header && head[0] == Form ? KeyId.Read(head[1..]) : null;

    public bool Has(KeyId id) => keys.ContainsKey(id);

    public byte[] Seal(ReadOnlySpan<byte> plain, string context)
    {
        var id = Current ?? throw new InvalidOperationException("There is no master key yet.");
        var inner = keys[id].Seal(plain, Bound(id, context));
        var sealedBytes = new byte[Header + inner.Length];
        sealedBytes[0] = Form;
        id.Write(sealedBytes.AsSpan(1));
        inner.CopyTo(sealedBytes, Header);
        return sealedBytes;
    }

    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string context)
    {
        var id = IdOf(sealedBytes) ?? throw new SealException("What should be sealed is not, or in a form that this version does not know.");
        return keys.TryGetValue(id, out var key)
            ? key.Open(sealedBytes[Header..], Bound(id, context))
            : throw new SealException($"What is sealed asks for the master key {id}, which is not there.");
    }

    private static byte[] Bound(KeyId id, string context)
    {
        var bytes = new byte[Header + Encoding.UTF8.GetByteCount(context)];
        bytes[0] = Form;
        id.Write(bytes.AsSpan(1));
        Encoding.UTF8.GetBytes(context, bytes.AsSpan(Header));
        return bytes;
    }
}
