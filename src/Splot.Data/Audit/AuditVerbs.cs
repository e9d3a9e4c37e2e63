using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Splot.Data.Terminal;

namespace Splot.Data;

/// <summary><c>splot audit verify</c>.</summary>
internal static class AuditVerbs
{
    public static Verb Verify { get; } = new("audit verify", "", "Checks that no entry of the audit was changed, removed, inserted or moved.", [], VerifyAsync);

    private static async Task<int> VerifyAsync(VerbCall call, CancellationToken cancellation)
    {
        var line = ProgressLine.On(call.Progress, call.Services.GetRequiredService<TimeProvider>());
        var found = await call.Services.GetRequiredService<AuditCheck>().RunAsync(count => line.Show(string.Create(CultureInfo.InvariantCulture, $"checked {count} entries")), cancellation);
        line.End();
        switch (found)
        {
            case AuditVerification.Whole whole:
                await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit is whole: {whole.Checked} entries checked in {whole.Elapsed.TotalSeconds:0.0} s, against {whole.Anchors} anchors; {whole.Unsealed} not sealed yet."));
                return ExitCode.Done;
            case AuditVerification.Broken broken:
                await call.Answer.WriteLineAsync(broken.Sentence);
                await call.Answer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The audit is broken: {broken.Checked} entries before that checked in {broken.Elapsed.TotalSeconds:0.0} s."));
                return ExitCode.Refused;
            default:
                throw new UnreachableException();
        }
    }
}
