using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Splot.Ui;

/// <summary>Answers with a page.</summary>
public static class Html
{
    /// <summary>
    /// The page <typeparamref name="TPage"/> as an answer with <paramref name="status"/>. Its parameters <c>View</c> and
    /// <c>Desk</c>, where it has them, are filled from the request.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="parameters">An object whose properties are the page's other parameters, such as <c>new { Model = model }</c>.</param>
    /// <param name="status">200; 422 for a form that is shown again; 4xx and 5xx for errors.</param>
    public static RazorComponentResult<TPage> Page<TPage>(HttpContext http, object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (typeof(TPage).GetProperty("View")?.PropertyType == typeof(PageView))
        {
            values["View"] = PageView.From(http);
        }

        if (typeof(TPage).GetProperty("Desk")?.PropertyType == typeof(DeskView))
        {
            values["Desk"] = DeskView.From(http);
        }

        foreach (var property in parameters?.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance) ?? [])
        {
            values[property.Name] = property.GetValue(parameters);
        }

        return new RazorComponentResult<TPage>(values) { StatusCode = status, PreventStreamingRendering = true };
    }
}
