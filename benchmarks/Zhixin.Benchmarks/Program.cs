using Zhixin.Benchmarks;

#pragma warning disable RS0030 // The composition root of the benchmark names the system clock.
return await BenchCommand.Run(args, TimeProvider.System);
