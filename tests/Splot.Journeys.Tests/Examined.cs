using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Splot.Journeys.Tests;

/// <summary>What is asked of every page: no serious finding of axe, nothing that reaches over the window's edge.</summary>
internal static class Examined
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Fails with each finding of axe that is serious or critical. Frames are pages of their own and examined as such.</summary>
    public static async Task HasNoSeriousFindingAsync(this IPage page)
    {
        await page.EvaluateAsync(Axe + "; undefined");
        var findings = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => v.id + ': ' + v.nodes.map(n => n.html).join(', '))
            """);
        Assert.Equal([], findings.Select(f => page.Url + " " + f));
    }

    /// <summary>Fails with what reaches over the right edge of the window.</summary>
    public static async Task FitsAsync(this IPage page)
    {
        var sideways = await page.EvaluateAsync<string>("""
            () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120)).slice(0, 3).join('\n') || 'wider than the window'
            """);
        Assert.Equal((page.Url, ""), (page.Url, sideways));
    }
}
