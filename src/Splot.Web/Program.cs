using Splot.Web.Hosting;

return await SplotWeb.RunAsync(args, CancellationToken.None);
