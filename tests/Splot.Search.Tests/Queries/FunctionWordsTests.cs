using Splot.Search.Queries;

namespace Splot.Search.Tests.Queries;

public sealed class FunctionWordsTests
{
    [Theory]
    [InlineData("szkolenia dla seniorów", "(szkolenia AND seniorów)")]
    [InlineData("projects that help the staff in Lubelskie", "(staff AND Lubelskie)")]
    [InlineData("projects that help", "(projects AND that AND help)")]
    [InlineData("projekty, które pomagają rodzinom", "rodzinom")]
    [InlineData("покажи проектите за деца", "деца")]
    [InlineData("\"the projects\"", "\"the projects\"")]
    [InlineData("услуги за деца", "(услуги AND деца)")]
    [InlineData("uslugi za deca", "(uslugi AND deca)")]
    [InlineData("\"szkolenia dla seniorów\"", "\"szkolenia dla seniorów\"")]
    [InlineData("dla", "dla")]
    [InlineData("to be or not to be", "not")]
    [InlineData("dom -(ogród dla dzieci)", "(dom AND NOT (ogród AND dla AND dzieci))")]
    [InlineData("się w -dom", "(się AND w AND NOT dom)")]
    [InlineData("dom OR (ogród dla dzieci)", "(dom OR (ogród AND dzieci))")]
    public void FunctionWords_NeedNotOccur(string query, string left) =>
        Assert.Equal(left, FunctionWords.LeaveOut(QueryParser.Parse(query).Root).ToString());
}
