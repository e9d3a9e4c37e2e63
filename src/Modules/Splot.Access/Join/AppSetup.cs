using System.Collections;
using QRCoder;
using Splot.Access.Signing;

namespace Splot.Access.Join;

/// <summary>What somebody needs to set up an app with codes.</summary>
/// <param name="Secret">The app's secret in Base32.</param>
/// <param name="Modules">Dark and light squares, row by row, of the picture that apps scan.</param>
public sealed record AppSetup(string Secret, IReadOnlyList<BitArray> Modules)
{
    internal static AppSetup Of(string secret, string site, string email)
    {
        using var picture = QRCodeGenerator.GenerateQrCode(Totp.Address(secret, site, email), QRCodeGenerator.ECCLevel.M);
        return new AppSetup(secret, picture.ModuleMatrix);
    }
}
