namespace Splot.Tables;

/// <summary>Tells the kind of a file by its content and opens it.</summary>
internal static class TableOpener
{
    private const int HeadLength = 4096;

    public static TableOpening Open(Func<ByteSource> open, TableOptions options, CancellationToken cancellation)
    {
        ByteSource? source = null;
        try
        {
            source = open();
            var opening = Open(source, options, cancellation);
            if (opening is TableOpening.Opened)
            {
                source = null;
            }

            return opening;
        }
        catch (TableRefusedException refused)
        {
            return new TableOpening.Refused(refused.Refusal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new TableOpening.Refused(Refusals.Unreadable(fault.Message));
        }
        finally
        {
            source?.Dispose();
        }
    }

    private static TableOpening Open(ByteSource source, TableOptions options, CancellationToken cancellation)
    {
        if (source.Length == 0)
        {
            return new TableOpening.Refused(Refusals.Empty);
        }

        if (source.Length > options.Limits.FileBytes)
        {
            return new TableOpening.Refused(Refusals.FileTooLarge(options.Limits.FileBytes));
        }

        var head = new byte[HeadLength];
        int length;
        using (var stream = source.OpenRead())
        {
            length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        var start = head.AsSpan(0, length);
        if (FileSignatures.Unsupported(start) is { } refusal)
        {
            return new TableOpening.Refused(refusal);
        }

        if (FileSignatures.IsZip(start))
        {
            return XlsxTable.Open(source, options, cancellation);
        }

        return FileSignatures.IsCompound(start) ? XlsTable.Open(source, options, cancellation) : TextTable.Open(source, start, options, cancellation);
    }
}
