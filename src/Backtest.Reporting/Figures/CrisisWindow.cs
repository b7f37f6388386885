namespace Backtest.Reporting;

/// <summary>A well-known period of market stress.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
internal sealed record CrisisWindow(string Name, DateOnly From, DateOnly To)
{
    /// <summary>All known periods, from the close before the fall of the S&amp;P 500 to its low.</summary>
    public static IReadOnlyList<CrisisWindow> All { get; } =
    [
        new("Black Monday", new(1987, 10, 14), new(1987, 10, 19)),
        new("Asian crisis", new(1997, 10, 8), new(1997, 10, 27)),
        new("Russia and LTCM", new(1998, 7, 20), new(1998, 8, 31)),
        new("Dot-com crash", new(2000, 3, 27), new(2002, 10, 9)),
        new("September 11", new(2001, 9, 10), new(2001, 9, 21)),
        new("Financial crisis", new(2007, 10, 10), new(2009, 3, 9)),
        new("Lehman", new(2008, 9, 15), new(2008, 11, 20)),
        new("Flash crash", new(2010, 4, 26), new(2010, 7, 2)),
        new("US downgrade", new(2011, 7, 25), new(2011, 10, 3)),
        new("Yuan devaluation", new(2015, 8, 11), new(2015, 8, 25)),
        new("Early 2016", new(2015, 12, 30), new(2016, 2, 11)),
        new("Volmageddon", new(2018, 1, 29), new(2018, 2, 8)),
        new("Late 2018", new(2018, 9, 21), new(2018, 12, 24)),
        new("Covid-19", new(2020, 2, 20), new(2020, 3, 23)),
        new("Rising rates", new(2022, 1, 4), new(2022, 10, 12)),
        new("Yen carry unwind", new(2024, 7, 17), new(2024, 8, 5)),
        new("Tariffs", new(2025, 2, 20), new(2025, 4, 8)),
    ];

    /// <summary>Those that are entirely within a period.</summary>
    public static IEnumerable<CrisisWindow> Within(DateOnly from, DateOnly to) => All.Where(window => window.From >= from && window.To <= to);
}
