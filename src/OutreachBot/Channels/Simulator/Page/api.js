// What the page asks of the program, and nothing else.
async function post(path, body) {
  const response = await fetch(`/simulator/${path}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

export const send = message => post('messages', message);
export const advance = advanceMinutes => post('clock', { advanceMinutes });
export const reset = () => post('reset', {});

/** Calls back with what is new, for as long as the page is open. */
export async function follow(onState) {
  let last = 0;
  let wait = 0;
  for (;;) {
    try {
      const response = await fetch(`/simulator/state?since=${last}&wait=${wait}`);
      if (!response.ok) throw new Error(String(response.status));
      const state = await response.json();
      last = state.last;
      wait = 20;
      onState(state);
    } catch {
      wait = 0;
      await new Promise(resume => setTimeout(resume, 1500));
    }
  }
}
