namespace Splot.Search.Suggesting;

/// <summary>Many short texts in one block of bytes.</summary>
internal sealed class TextBlock
{
    private readonly byte[] bytes;
    private readonly int[] ends;

    private TextBlock(byte[] bytes, int[] ends)
    {
        this.bytes = bytes;
        this.ends = ends;
    }

    public ReadOnlySpan<byte> this[int number]
    {
        get
        {
            var start = number == 0 ? 0 : ends[number - 1];
            return bytes.AsSpan(start, ends[number] - start);
        }
    }

    internal sealed class Builder
    {
        private readonly List<byte> bytes = [];
        private readonly List<int> ends = [];

        public void Add(ReadOnlySpan<byte> text)
        {
            bytes.AddRange(text);
            ends.Add(bytes.Count);
        }

        public TextBlock Build() => new([.. bytes], [.. ends]);
    }
}
