using System.Globalization;

namespace Backtest.Tests;

/// <summary>A source that breaks a law gets a finding that names it, and one that obeys all laws gets none.</summary>
public sealed class BarSourceLawTests
{
    private static readonly DateTime First = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Counter Made = new();

    public static TheoryData<string, Func<Provider>> Broken => new()
    {
        { LawNames.Runs, () => new Provider { Change = (_, day, bar) => day == 7 ? bar with { High = bar.Low / 2 } : bar } },
        { LawNames.Runs, () => new Provider { Change = (_, day, bar) => day == 7 ? bar with { End = bar.Start } : bar } },
        { LawNames.Runs, () => new Provider { Symbols = [] } },
        { LawNames.Runs, () => new Provider { Symbols = ["A", "A"] } },
        { LawNames.Runs, () => new Provider { Actions = [new Split("Z", new DateOnly(2024, 1, 5), 2)] } },
        { LawNames.Determinism, () => new Provider { Shift = Made.Next() } },
        { LawNames.Determinism, () => new Provider { Change = (_, _, bar) => bar with { Volume = CultureInfo.CurrentCulture.NumberFormat.NegativeSign[0] } } },
        { LawNames.Symbols, () => new Provider { ByRequest = (request, bar) => request.Symbols.Count == 1 ? bar with { Volume = 7 } : bar } },
        { LawNames.Symbols, () => new Provider { HasOnlyAll = true } },
        { LawNames.Days, () => new Provider { ByRequest = (request, bar) => request.Start is null ? bar : bar with { Volume = 7 } } },
        { LawNames.Days, () => new Provider { DropsDaysAsked = true } },
        { LawNames.Interleaving, () => new Provider { SharesItsPlace = true } },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_law_that_is_broken_is_named(string law, Func<Provider> create)
    {
        IReadOnlyList<ConformanceFinding> findings = new BarSourceExamination(create, new BarRequest()).Run();
        ConformanceFinding broken = Assert.Single(findings, finding => finding.Verdict == ConformanceVerdict.Broken);
        Assert.Equal(law, broken.Law);
        Assert.NotNull(broken.Fix);
    }

    [Fact]
    public void A_source_that_keeps_them_all_conforms() => Assert.All(
        new BarSourceExamination(() => new Provider { Actions = [new Dividend("A", new DateOnly(2024, 1, 5), 1)] }, new BarRequest()).Run(),
        finding => Assert.Equal(ConformanceVerdict.Held, finding.Verdict));

    [Fact]
    public void One_that_cannot_read_what_it_is_asked_for_is_not_judged()
    {
        var error = new InputException(new InputError("missing_path", "there is no folder"));
        IReadOnlyList<ConformanceFinding> findings = new BarSourceExamination(() => throw error, new BarRequest()).Run();
        Assert.All(findings, finding => Assert.Equal(ConformanceVerdict.NotExamined, finding.Verdict));
    }

    /// <summary>Two symbols of forty days, with optional defects.</summary>
    public sealed class Provider : IBarProvider
    {
        private int _day;

        public IReadOnlyList<string> Symbols { get; init; } = ["A", "B"];

        public IReadOnlyList<CorporateAction> Actions { get; init; } = [];

        public Func<string, int, Bar, Bar> Change { get; init; } = (_, _, bar) => bar;

        public Func<BarRequest, Bar, Bar> ByRequest { get; init; } = (_, bar) => bar;

        public int Shift { get; init; }

        public bool HasOnlyAll { get; init; }

        public bool DropsDaysAsked { get; init; }

        public bool SharesItsPlace { get; init; }

        public IEnumerable<string> FindSymbols(BarRequest request) =>
            HasOnlyAll && request.Symbols.Count > 0 ? [] : Symbols;

        public IEnumerable<Bar> ReadBars(string symbol, BarRequest request, CancellationToken cancellation)
        {
            for (_day = 0; _day < 40; _day++)
            {
                int day = _day;
                double price = 100 + Shift + day + symbol[0];
                DateTime start = First.AddDays(day);
                if (!DropsDaysAsked || request.Start is null || day % 2 == 0)
                    yield return ByRequest(request, Change(symbol, day, new Bar(start, start.AddDays(1), price, price + 1, price, price, 5)));
                if (!SharesItsPlace)
                    _day = day;
            }
        }

        public IEnumerable<CorporateAction> ReadActions(BarRequest request) => Actions;
    }

    private sealed class Counter
    {
        private int _count;

        public int Next() => Interlocked.Increment(ref _count);
    }
}
