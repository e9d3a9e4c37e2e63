using Microsoft.Win32.SafeHandles;

namespace Splot.Tables;

/// <summary>Temporary files that only this process's user can read and that vanish when closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            BufferSize = 1,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var path = Path.Combine(Path.GetTempPath(), "splot-" + Path.GetRandomFileName());
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            // Unlinked while open, the file goes even if the process is killed.
            File.Delete(path);
        }

        return file;
    }
}

/// <summary>An independent read position over an open file.</summary>
internal sealed class HandleStream(SafeFileHandle handle, long length) : PlacedStream(length)
{
    public override int Read(Span<byte> buffer)
    {
        var read = RandomAccess.Read(handle, buffer, Position);
        Position += read;
        return read;
    }
}
