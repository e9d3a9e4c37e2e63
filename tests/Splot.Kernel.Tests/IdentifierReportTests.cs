using FsCheck.Fluent;

namespace Splot.Kernel.Tests;

public sealed class IdentifierReportTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("PESEL 44051401359", "PESEL 44051401359 valid 1944-05-14 male")]
    [InlineData("PESEL 44051401358", "PESEL 44051401358 invalid check-digit")]
    [InlineData("EGN 7552140014", "EGN 7552140014 valid 2075-12-14 female future-birth")]
    [InlineData("EGN 0542311035", "EGN 0542311035 invalid date")]
    [InlineData("NIP PL 8567346215", "NIP PL 8567346215 valid")]
    [InlineData("LNCh 7111 042 925", "LNCh 7111 042 925 valid")]
    [InlineData("lnch 7111042922", "lnch 7111042922 invalid check-digit")]
    [InlineData("KRS 0000012345", "KRS 0000012345 valid")]
    [InlineData("IBAN BG80 BNBG 9661 1020 3456 78", "IBAN BG80 BNBG 9661 1020 3456 78 valid")]
    [InlineData("IBAN QQ93 1234 5678", "IBAN QQ93 1234 5678 invalid country")]
    [InlineData("SSN 123", "SSN 123 invalid unknown-kind")]
    [InlineData("44051401359", "44051401359 invalid unknown-kind")]
    [InlineData("PESEL", "PESEL invalid empty")]
    [InlineData("\uFEFF  PESEL\t44051401359 \r", "PESEL 44051401359 valid 1944-05-14 male")]
    [InlineData("KRS\u00010000012345", "KRS 0000012345 valid")]
    [InlineData("", "invalid unknown-kind")]
    [InlineData(null, "invalid unknown-kind")]
    public void Line_Input_IsAnswered(string? line, string answer) => Assert.Equal(answer, IdentifierReport.Line(line, Today));

    [Fact]
    public void Line_AnyText_IsOneLineAndOneVerdict() => Law.Holds(Some.Text, Gen.Elements("PESEL ", "EGN ", "iban ", "Eik\t", "", "\n"), (text, kind) =>
    {
        var answer = IdentifierReport.Line(kind + text, Today);
        return answer.AsSpan().IndexOfAny("\r\n\u0085\u2028\u2029") < 0 && (answer.Contains("invalid ", StringComparison.Ordinal) || answer.Contains(" valid", StringComparison.Ordinal));
    });
}
