using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary><c>data</c>: which bars to read. Each kind of source declares its keys.</summary>
internal static class DataSection
{
    private const string Source = "source";
    private const string Description = "Where bars come from, or the id of a bar source plugin.";
    private const string OptionDescription =
        $"Where bars come from: {BarSourceOptions.Csv.Word}, {BarSourceOptions.Catalog.Word}, {BarSourceOptions.Lean.Word} or "
        + $"{BarSourceOptions.Synthetic.Word}. Default: {BarSourceOptions.Csv.Word}.";

    private static readonly UnionCase<DataPart>[] Cases =
        [CsvSource.Case, CatalogSource.Case, LeanSource.Case, SyntheticSource.Case, PluginSource.Case];

    /// <summary>The section.</summary>
    public static ValueKind<DataPart> Kind { get; } = new UnionKind<DataPart>(Cases)
    {
        Tag = Source,
        TagDescription = Description,
        Usual = CsvSource.Case,
        OfWord = "path",
        Definition = Source,
    };

    /// <summary>The names of the keys of all sources.</summary>
    public static IEnumerable<string> Keys => Cases.SelectMany(source => source.Keys).Select(key => key.Name).Append(Source).Distinct();

    /// <summary>The keys that commands accept as options. A key of several sources has the description of the first of them.</summary>
    public static IReadOnlyList<DataOption> Options { get; } =
    [
        new DataOption(Source, OptionDescription, "KIND", IsList: false),
        .. Cases.SelectMany(source => source.Keys).Select(key => key.Option).OfType<DataOption>().DistinctBy(option => option.Key),
    ];
}
