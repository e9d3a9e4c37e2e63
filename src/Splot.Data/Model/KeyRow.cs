namespace Splot.Data;

/// <summary>What the store keeps of the keys, itself sealed with a master key that lies outside.</summary>
public sealed class KeyRow
{
    /// <summary>index (the key of the blind index), or check and the id of a master key.</summary>
    public required string Name { get; set; }

    /// <summary>The sealed value.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>When it was first written; Unix milliseconds.</summary>
    public long MadeAt { get; set; }
}
