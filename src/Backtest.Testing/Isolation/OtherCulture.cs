using System.Globalization;

namespace Backtest.Testing;

/// <summary>Until disposed, code run from this thread has a culture with other separators, signs and dates.</summary>
internal sealed class OtherCulture : IDisposable
{
    public const string Name = "a culture with decimal commas";

    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public OtherCulture()
    {
        // Built by hand, so that it exists where only the invariant culture does.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = _before.NumberFormat.NumberDecimalSeparator == "," ? "." : ",";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Saturday;
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
