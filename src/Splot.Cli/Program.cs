using System.Text;
using Splot.Cli;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested; // a second Ctrl-C ends the process at once
    stop.Cancel();
};
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
await using var output = Console.OpenStandardOutput();
return await Terminal.RunAsync(args, input, output, Console.Error, adjust: null, stop.Token);
