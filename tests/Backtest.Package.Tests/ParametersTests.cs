using System.Collections.Immutable;
using System.Globalization;
using Backtest.Configuration;
using CsCheck;

namespace Backtest.Tests;

/// <summary>How C# objects are written in a run file.</summary>
public sealed class ParametersTests
{
    private enum Kind
    {
        StopLimit,
    }

    [Fact]
    public void Objects_become_maps_with_names_as_run_files_have_them()
    {
        ParameterMap map = Parameters.Of(new
        {
            Fast = 50,
            minimum_adx = 20.5m,
            UsesStops = true,
            Name = "1",
            Kind = Kind.StopLimit,
            Wait = TimeSpan.FromMinutes(90),
            Bars = new Timeframe(15, 'm'),
            Start = new DateOnly(2020, 2, 29),
            Nothing = (string?)null,
            Levels = new[] { 1, 2 },
            ByRegime = ImmutableDictionary<string, object>.Empty.Add("bear", new { Scale = 0.5 }),
        });

        Assert.Equal(
            """{"fast":50,"minimum_adx":20.5,"uses_stops":true,"name":"1","kind":"stop_limit","wait":"01:30:00","bars":"15m","start":"2020-02-29","nothing":null,"levels":[1,2],"by_regime":{"bear":{"scale":0.5}}}""",
            ConfigJson.Write(map)!.ToJsonString());
    }

    [Fact]
    public void A_case_of_a_union_says_its_type_and_counts_what_is_marked() => Assert.Equal(
        """{"exit":{"type":"at_stop","multiple":3}}""",
        ConfigJson.Write(Parameters.Of(new { exit = new AtStop { Multiple = 3 } }))!.ToJsonString());

    [Fact]
    public void A_number_is_written_so_that_it_reads_back_the_same() => Gen.Double.Where(double.IsFinite).Sample(number =>
        double.Parse(((ParameterScalar)Parameters.Value(number)).Text, CultureInfo.InvariantCulture) == number);

    [Fact]
    public void What_a_run_file_cannot_hold_is_refused_with_its_path()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Parameters.Of(new { exit = new { multiple = double.NaN } }));

        Assert.StartsWith("exit.multiple", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Parameters.Of(5));
    }

    [Variant("at_stop")]
    private sealed record AtStop
    {
        [Parameter]
        public double Multiple { get; init; }

        public double Half => Multiple / 2;
    }
}
