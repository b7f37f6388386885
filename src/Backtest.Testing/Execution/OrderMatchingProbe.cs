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

    protected override string Sense => "Give prices above zero, and within a bar how far along its path they are, from 0 to 3; not a number where nothing fills.";

    protected override IEnumerable<ModelLaw> OwnLaws =>
    [
        new(
            LawNames.Declarations, "no bar before the one that Next names fills an order or touches its stop",
            "Let Next name the first bar that may fill the order or touch its stop, or one before it: the host passes over those ahead.", PassedOver),
    ];

    private string? PassedOver()
    {
        IOrderMatching matching = Create();
        return Known.Where(order => order.Type != OrderType.TrailingStop)
            .Select(order => order.PassedOver(matching))
            .FirstOrDefault(problem => problem is not null);
    }
}
