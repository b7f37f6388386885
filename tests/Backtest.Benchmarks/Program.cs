using Backtest;
using Backtest.Benchmarks;
using Backtest.Plugins.MovingAverageCross;

PreloadedBars one = PreloadedBars.Synthetic(int.Parse(args[0], null), int.Parse(args[1], null), Timeframe.Minute);
bool ema = args.Contains("ema");
bool tree = args.Contains("tree");
List<double> xs = [], ys = [];
for (int i = 0; i < 12; i++)
{
    double w = Environment.CpuUsage.TotalTime.TotalMilliseconds;
    Outcome a = tree ? TreeLoop.Run(one) : ema ? CrossLoop.Exponential(one) : CrossLoop.Simple(one);
    double v = Environment.CpuUsage.TotalTime.TotalMilliseconds;
    long g = GC.GetTotalAllocatedBytes();
    Outcome b = Outcome.Of(tree ? TreeRun.Run(one) : CrossRun.Run(one, ema ? AverageKind.Ema : AverageKind.Sma, new Backtest.Engine.RunOptions { ChunkBytes = int.Parse(args[2], null) * 1024 }));
    double u = Environment.CpuUsage.TotalTime.TotalMilliseconds;
    double n = (double)one.Series.Count * one.Series[0].Count / 1e6;
    xs.Add((v - w) / n); ys.Add((u - v) / n);
    if (i == 11) Console.WriteLine($"{a} {b == a} {b} {(GC.GetTotalAllocatedBytes() - g) / 1e6 / n:F2} B/bar");
}
xs.Sort(); ys.Sort();
Console.WriteLine($"fused {xs[0]:F1} {xs[3]:F1} {xs[6]:F1}  engine {ys[0]:F1} {ys[3]:F1} {ys[6]:F1} ratio {ys[0] / xs[0]:F2} {ys[3] / xs[3]:F2} {ys[6] / xs[6]:F2}");
