using Backtest.Cli;

using Interruption interruption = new();
return await BacktestTool.RunAsync(args, Console.Out, Console.Error, interruption.Token);
