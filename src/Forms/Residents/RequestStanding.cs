using Teleservices.Contracts;
using Teleservices.Forms.Model;

namespace Teleservices.Forms.Residents;

/// <summary>Where a request stands, as its tag shows it: how it ended, once it has, else whose turn it is.</summary>
internal sealed record RequestStanding(RequestState State, CaseOutcome? Outcome);
