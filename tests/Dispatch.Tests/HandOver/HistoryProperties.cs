using CsCheck;
using Teleservices.Contracts;

namespace Teleservices.Dispatch.Tests.HandOver;

public sealed class HistoryProperties
{
    /// <summary>Hand-overs, refusals, arbitration, transfers of the competence, messages of the resident, copies, delays and deaths of consumers, in any order.</summary>
    [Fact]
    public void Whatever_happens_a_request_has_one_holder_and_nothing_of_it_is_lost() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 1 << 20].Array[1, 40]).Sample(
            (accepts, dice) =>
            {
                var history = new History(accepts ? SilenceRegime.Acceptance : SilenceRegime.Rejection);
                foreach (var one in dice)
                {
                    history.Step(one);
                }

                history.Drain();
                history.CheckEnd();
            },
            iter: 100_000,
            threads: 2);
}
