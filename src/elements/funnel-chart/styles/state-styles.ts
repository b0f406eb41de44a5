import { css } from 'lit';

/** Messages above the rows and in their place. */
export const stateStyles = css`
  .state:focus-visible,
  .loading:focus-visible {
    outline-offset: 2px;
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
