using System.Globalization;
using Backtest.Benchmarks;
using BenchmarkDotNet.Running;

switch (args)
{
    case ["--check"]:
        return Check.Run(Console.Out) ? 0 : 1;
    case ["--quick"]:
        await QuickReport.Print(Console.Out);
        return 0;
    case ["--trials"]:
        await TrialsReport.Print(Console.Out);
        return 0;
    case ["--orders"]:
        await OrderReport.Print(Console.Out);
        return 0;
    case ["--search"]:
        await SearchReport.Print(Console.Out);
        return 0;
    case ["--significance"]:
        SignificanceReport.Print(Console.Out);
        return 0;
    case ["--noise"]:
        await NoiseReport.Print(Console.Out);
        return 0;
    case ["--ledger"]:
        LedgerReport.Print(Console.Out);
        return 0;
    case ["--indicators"]:
        IndicatorReport.Print(Console.Out);
        return 0;
    case [StreamingRun.Argument, string bars]:
        StreamingRun.Print(Console.Out, int.Parse(bars, CultureInfo.InvariantCulture));
        return 0;
    case ["--catalog"]:
        await CatalogReport.Print(Console.Out);
        return 0;
    case [CatalogRun.Argument, string folder]:
        CatalogRun.PrintMerge(Console.Out, folder);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Check).Assembly).Run(args);
        return 0;
}
