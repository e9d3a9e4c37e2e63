namespace Splot.Web.Hosting;

/// <summary>
/// The cookie that goes with the forms of signed-in people. Whether it is for HTTPS only follows from the public address: the framework's own way
/// follows the request, and refuses to answer where a proxy that ends TLS is not named.
/// </summary>
internal sealed class FormCookie : CookieBuilder
{
    private readonly bool secure;

    public FormCookie(Uri publicUrl)
    {
        secure = publicUrl.Scheme == Uri.UriSchemeHttps;
        Name = secure ? "__Host-splot-form" : "splot-form";
        (Path, HttpOnly, IsEssential, SameSite, SecurePolicy) = ("/", true, true, SameSiteMode.Strict, CookieSecurePolicy.None);
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var shape = base.Build(context, expiresFrom);
        shape.Secure = secure;
        return shape;
    }
}
