namespace Splot.Data;

/// <summary>
/// Seals what lies in the keys folder itself, such as the keys of forms, with the current master key. No store is asked, so a process
/// that opens the public store only can open it too. Makes no key: the <see cref="KeyRing"/> does, at its first use.
/// </summary>
public sealed class FolderSeal(SplotOptions options)
{
    private readonly KeyFolder folder = new(options);

    /// <summary>True where there is a master key.</summary>
    public bool CanSeal => MasterKeys.Read(options, folder).Current is not null;

    /// <summary>Seals with the current master key, for this context.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, string context) => MasterKeys.Read(options, folder).Seal(plain, context);

    /// <summary>Opens what <see cref="Seal"/> made, with whichever master key that was.</summary>
    /// <exception cref="SealException">It was changed, belongs elsewhere, or its key is not there.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string context) => MasterKeys.Read(options, folder).Open(sealedBytes, context);
}
