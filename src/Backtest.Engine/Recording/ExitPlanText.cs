using System.Text;
using System.Text.Json;

namespace Backtest.Engine;

/// <summary>Writes exit plans as JSON, and reads them back.</summary>
public static class ExitPlanText
{
    /// <summary>A plan as one line of JSON.</summary>
    public static string Of(ExitPlan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (ProfitTarget target in plan.Targets)
            {
                json.WriteStartObject();
                Write(json, target.Level);
                json.WriteNumber("fraction", target.Fraction);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, "trailing_from", plan.TrailingFrom);
            if (plan.TrailingStep is { } step)
                json.WriteNumber("trailing_step", step);
            Write(json, "break_even_at", plan.BreakEvenAt);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Reads a plan from JSON.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="InvalidOperationException">A value has another type than that of a plan.</exception>
    /// <exception cref="KeyNotFoundException">A value is missing.</exception>
    public static ExitPlan Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        JsonElement root = document.RootElement;
        return new ExitPlan
        {
            Targets =
            [
                .. root.GetProperty("targets").EnumerateArray().Select(
                    target => new ProfitTarget(Level(target), target.GetProperty("fraction").GetDouble())),
            ],
            TrailingFrom = root.TryGetProperty("trailing_from", out JsonElement from) ? Level(from) : null,
            TrailingStep = root.TryGetProperty("trailing_step", out JsonElement step) ? step.GetDouble() : null,
            BreakEvenAt = root.TryGetProperty("break_even_at", out JsonElement level) ? Level(level) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, string name, PriceLevel? level)
    {
        if (level is not { } price)
            return;
        json.WriteStartObject(name);
        Write(json, price);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PriceLevel level) => json.WriteNumber(level.IsDistance ? "distance" : "price", level.Value);

    private static PriceLevel Level(JsonElement element) => element.TryGetProperty("distance", out JsonElement distance)
        ? PriceLevel.Offset(distance.GetDouble())
        : PriceLevel.At(element.GetProperty("price").GetDouble());
}
