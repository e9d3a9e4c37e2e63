using Microsoft.Playwright;

namespace Splot.Journeys.Tests;

/// <summary>What somebody with a keyboard and no mouse has: keys, and the mark that shows where they are.</summary>
internal static class Focus
{
    private const int MostSteps = 150;

    // The control itself, the tile of a map, or the label drawn for a radio button: one of them must be marked, and lie in view.
    private const string Mark = """
        () => {
          const at = document.activeElement;
          if (!at || at === document.body) return 'nothing has the focus';
          const parts = [at, at.querySelector('rect'), at.id && document.querySelector(`label[for="${CSS.escape(at.id)}"]`)].filter(Boolean);
          const marked = parts.some(part => [getComputedStyle(part), getComputedStyle(part, '::before')].some(style =>
            (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || (style.boxShadow !== 'none' && style.boxShadow.includes('6px')) || (part.tagName === 'rect' && parseFloat(style.strokeWidth) >= 3)));
          if (!marked) return 'no visible mark on ' + at.outerHTML.slice(0, 200);
          const box = at.getBoundingClientRect();
          const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return inView ? '' : 'out of view: ' + at.outerHTML.slice(0, 200);
        }
        """;

    /// <summary>Presses Tab until what has the focus answers to a selector; each stop on the way must be marked and in view.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(Mark));
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{MostSteps} steps of the Tab key do not reach {selector} on {page.Url}.");
    }

    /// <summary>Presses Enter and waits for the page that it leads to.</summary>
    public static async Task EnterAsync(this IPage page)
    {
        var before = page.Url;
        var led = page.WaitForURLAsync(url => url != before); // listens before the key is pressed: a quick answer would be missed
        await page.Keyboard.PressAsync("Enter");
        await led;
    }
}
