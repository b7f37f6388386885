namespace Backtest.Testing;

/// <summary>Holds a price path to its laws.</summary>
internal sealed class PricePathProbe(Func<IPricePath> create) : ModelProbe<IPricePath>(create)
{
    protected override IReadOnlyList<ModelQuestion<IPricePath>> Questions { get; } =
    [
        .. from bar in ProbeBars.All
           from position in new[] { Direction.Long, Direction.Short }
           select new ModelQuestion<IPricePath>(
               $"a {position.ToString().ToLowerInvariant()} position on {ProbeBars.Text(bar)}",
               path => path.Order(bar, position).ToString(),
               path => Enum.IsDefined(path.Order(bar, position)) ? null : "is not an order of prices"),
    ];

    protected override string Sense => "Return a member of PathOrder for every bar, including bars without a range or a volume.";
}
