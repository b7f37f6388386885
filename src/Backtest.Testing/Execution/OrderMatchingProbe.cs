namespace Backtest.Testing;

/// <summary>Holds an order matching to its laws.</summary>
internal sealed class OrderMatchingProbe(Func<IOrderMatching> create) : ModelProbe<IOrderMatching>(create)
{
    private static readonly PathOrder[] Paths = Enum.GetValues<PathOrder>();

    private static readonly IReadOnlyList<RestingCase> Known =
    [
        .. from type in Enum.GetValues<OrderType>()
           from side in Enum.GetValues<Side>()
           from distance in new[] { 0.002, 0.02, 0.06 }
           from first in new[] { 10, 45 }
           from path in Paths
           select new RestingCase(type, side, distance, first, path),
    ];

    protected override IReadOnlyList<ModelQuestion<IOrderMatching>> Questions { get; } =
    [
        .. Known.Select(order => new ModelQuestion<IOrderMatching>(order.ToString(), order.Answer, order.Problem)),
    ];

    protected override string Sense => "Return prices above zero and, within a bar, their position along its path, from 0 to 3. Return NaN if nothing fills.";

    protected override IEnumerable<ModelLaw> OwnLaws =>
    [
        new(
            LawNames.Declarations, "no bar before the one that Next returns fills an order or touches its stop",
            "Return from Next the first bar that may fill the order or touch its stop, or an earlier one: the host skips the bars before it.", PassedOver),
    ];

    private string? PassedOver()
    {
        IOrderMatching matching = Create();
        return Known.Where(order => order.Type != OrderType.TrailingStop)
            .Select(order => order.PassedOver(matching))
            .FirstOrDefault(problem => problem is not null);
    }
}
