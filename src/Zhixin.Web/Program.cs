#pragma warning disable RS0030 // The composition root: the only place that names the system's clock.
return await Zhixin.Web.CommandLine.Commands.Run(args, TimeProvider.System, Console.Out, Console.Error);
#pragma warning restore RS0030
