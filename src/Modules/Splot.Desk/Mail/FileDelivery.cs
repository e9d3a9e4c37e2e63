using System.Globalization;
using System.Text;
using Splot.Contracts.Desk;
using Splot.Data;

namespace Splot.Desk.Mail;

/// <summary>Writes each letter to a file of its own in <c>mail</c> in the data folder, for its owner's eyes: in the demo, in tests, and where no mail server is given.</summary>
internal sealed class FileDelivery(SplotOptions options, TimeProvider clock) : IDelivery
{
    public const string Folder = "mail";

    public async Task SendAsync(string id, Letter letter, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var folder = Directory.CreateDirectory(Path.Combine(options.DataFolder, Folder)).FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd-HHmmss}-{id}.eml"));
        var half = path + ".part";
        var creation = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            await using (var file = new FileStream(half, creation))
            {
                await file.WriteAsync(Encoding.UTF8.GetBytes(MailText.Of(letter, MailText.Sender(options, null), id, options.PublicUrl.Host, now, readable: true)), cancellation);
            }

            File.Move(half, path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DeliveryException("The folder for mail in the data folder cannot be written.", forGood: false, failure);
        }
    }
}
