namespace Zhixin.History;

/// <summary>
/// What one court brings before another through the system: it is there on the day on which it is recorded. That it was there earlier, on paper, has to be proved
/// from the first day on, since a date is met or missed by it.
/// </summary>
public interface IDelivered;
