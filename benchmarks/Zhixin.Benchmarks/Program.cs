using Zhixin.Benchmarks;

return await BenchCommand.Run(args, TimeProvider.System);
