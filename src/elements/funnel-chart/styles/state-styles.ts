import { css } from 'lit';

/** Messages above the rows and in their place. */
export const stateStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 1.5rem 1rem;
    border: 1px dashed var(--_rule);
    border-radius: var(--_radius-s);
    text-align: center;
  }
  .state strong {
    font-size: 1rem;
  }
  .state p {
    max-inline-size: 48ch;
    margin: 0;
    color: var(--_ink-2);
  }
  .state:focus-visible,
  .loading:focus-visible {
    outline-offset: 2px;
  }
  .loading {
    display: grid;
    gap: 0.75rem;
  }
  .loading p {
    margin: 0;
  }
  .banner > span {
    flex: 1 1 16rem;
  }
  .skeleton {
    display: grid;
    gap: 1.6rem;
  }
  .skeleton span {
    margin-block-end: -1.3rem;
    color: var(--_ink-2);
    font-size: 0.8125rem;
  }
  .skeleton .outline {
    block-size: 40px;
    inline-size: calc(var(--_size) * 100%);
    border: 1px solid var(--_rule);
    border-radius: 3px;
    background: linear-gradient(90deg, var(--_surface-2) 25%, var(--_rule) 50%, var(--_surface-2) 75%) 0 0 /
      300% 100%;
    animation: shimmer 1.6s linear 4;
  }
  @keyframes shimmer {
    from {
      background-position: 100% 0;
    }
    to {
      background-position: 0 0;
    }
  }
  progress {
    inline-size: min(20rem, 100%);
    accent-color: var(--_accent);
  }
`;
