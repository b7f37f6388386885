namespace Backtest.Testing;

/// <summary>Holds a commission model to its laws.</summary>
internal sealed class CommissionProbe(Func<ICommissionModel> create) : ModelProbe<ICommissionModel>(create)
{
    private static readonly decimal[] Quantities = [0.5m, 1, 100, 12_345, 3_000_000];
    private static readonly decimal[] Values = [0.01m, 10, 1_000.5m, 250_000, 2_500_000_000];

    private static readonly IReadOnlyList<CommissionTerms> Known =
    [
        .. from quantity in Quantities
           from value in Values
           from isMaker in new[] { false, true }
           select new CommissionTerms(quantity, value, isMaker),
    ];

    protected override IReadOnlyList<ModelQuestion<ICommissionModel>> Questions { get; } =
    [
        .. Known.Select(order => new ModelQuestion<ICommissionModel>(
            Text(order), model => FormattableString.Invariant($"{model.Commission(order)}"), _ => null)),
    ];

    protected override string Sense => "Return the commission on everything that has filled of an order, in money.";

    protected override IEnumerable<ModelLaw> OwnLaws =>
    [
        new(
            LawNames.Declarations, "it depends on the number of units only if CountsUnits is true",
            "Set CountsUnits to true. The run then warns about adjusted prices.", Undeclared),
    ];

    private static string Text(in CommissionTerms order) =>
        FormattableString.Invariant($"{order.Quantity} that are worth {order.Value}{(order.IsMaker ? " and rested at their limit" : "")}");

    private string? Undeclared()
    {
        ICommissionModel model = Create();
        if (model.CountsUnits)
            return null;
        foreach (CommissionTerms order in Known)
        {
            decimal commission = model.Commission(order);
            decimal halved = model.Commission(order with { Quantity = order.Quantity / 2 });
            if (commission != halved)
            {
                return FormattableString.Invariant(
                    $"{Text(order)} cost {commission}, but half as many of the same value {halved}, although CountsUnits is false");
            }
        }

        return null;
    }
}
