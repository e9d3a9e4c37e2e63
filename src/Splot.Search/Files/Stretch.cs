namespace Splot.Search.Files;

/// <summary>A stretch of a part that is read often: checked on first use, its address remembered. Keep it in a field that is not read-only.</summary>
internal unsafe struct Stretch(Region region, long offset, long length)
{
    private byte* start;

    public byte* Start
    {
        get
        {
            if (start is null)
            {
                start = region.At(offset, length);
            }

            return start;
        }
    }
}
