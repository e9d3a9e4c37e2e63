using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Splot.Testing;

namespace Splot.Web.Tests;

public sealed class OddRequestTests
{
    [Theory]
    [InlineData("TRACE", "/en/")]
    [InlineData("TRACE", "/health/live")]
    [InlineData("PUT", "/en/projects")]
    public async Task Method_ThatNobodyAnswers_IsNotAllowed(string method, string address)
    {
        await using var app = await SplotApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await app.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a:99999")]
    [InlineData("..")]
    [InlineData("a..b")]
    public async Task Host_ThatIsNone_GetsThePageAndTheErrorPage(string host)
    {
        await using var app = await SplotApp.StartAsync();

        Assert.Equal((200, 404), (await StatusAsync(app, host, "/en/"), await StatusAsync(app, host, "/en/nowhere")));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", 415)]
    [InlineData("multipart/form-data; boundary=x; charset=utf-7", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", 403)]
    public async Task Form_InAnotherEncoding_IsRefusedUnread(string type, int status)
    {
        await using var app = await SplotApp.StartAsync();
        using var body = new ByteArrayContent(Encoding.ASCII.GetBytes("x=1"));
        body.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await app.Client.PostAsync(new Uri("/en/report", UriKind.Relative), body);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Contains("<h1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<int> StatusAsync(SplotApp app, string host, string path)
    {
        var answer = await ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(http => (http.Request.Method, http.Request.Path, http.Request.Host) = ("GET", path, new HostString(host)));
        return answer.Response.StatusCode;
    }
}
